def exports():
    return {}
