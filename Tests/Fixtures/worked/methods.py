"""The methods of REPORT.md 3.2, each from its formula; for the scripts beside this file."""

import itertools
import math

import numpy as np
from scipy import stats

Z = stats.norm.ppf(0.975)


def correlation_interval(rho, n):
    half = Z * math.sqrt((1 + rho * rho / 2) / (n - 3))
    return math.tanh(math.atanh(rho) - half), math.tanh(math.atanh(rho) + half)


def detrended(weeks, x, y):
    """Spearman's rho of two series without their Theil-Sen lines, and its effective sample."""
    rests = []
    for series in (x, y):
        slope = stats.theilslopes(series, weeks)[0]
        rest = np.array(series) - slope * np.array(weeks)
        rests.append(np.round(rest, 9))
    lags = []
    for rest in rests:
        centred = rest - rest.mean()
        pairs = [
            centred[i] * centred[i + 1]
            for i in range(len(weeks) - 1)
            if weeks[i + 1] - weeks[i] == 1
        ]
        lags.append(sum(pairs) / (centred**2).sum())
    rho = stats.spearmanr(*rests).statistic
    n = len(weeks)
    product = lags[0] * lags[1]
    effective = min(max(n * (1 - product) / (1 + product), 5), n)
    low, high = correlation_interval(rho, effective)
    return rho, low, high


def stratified_correlation(strata):
    zs, weights = [], []
    for x, y in strata:
        rho = stats.spearmanr(x, y).statistic
        zs.append(math.atanh(rho))
        weights.append((len(x) - 3) / (1 + rho * rho / 2))
    z = sum(a * w for a, w in zip(zs, weights)) / sum(weights)
    half = Z / math.sqrt(sum(weights))
    return math.tanh(z), math.tanh(z - half), math.tanh(z + half)


def jackknife(statistic, units, level, scale):
    """Estimate and limits; scale is `logit` or `log`."""
    value = statistic(range(units))
    left = [statistic([i for i in range(units) if i != out]) for out in range(units)]
    mean = sum(left) / units
    error = math.sqrt((units - 1) / units * sum((v - mean) ** 2 for v in left))
    t = stats.t.ppf(1 - (1 - level) / 2, units - 1)
    if scale == "logit":
        centre = math.log(value / (1 - value))
        half = t * error / (value * (1 - value))
        return value, 1 / (1 + math.exp(half - centre)), 1 / (1 + math.exp(-half - centre))
    half = t * error / value
    return value, value * math.exp(-half), value * math.exp(half)


def hodges_lehmann(strata):
    """The stratified shift from the first groups to the second."""
    weighted, variance = [], 0.0
    for first, second in strata:
        m, n = len(first), len(second)
        w = 1 / (m + n + 1)
        weighted += [(b - a, w) for a, b in itertools.product(first, second)]
        variance += w * w * m * n * (m + n + 1) / 12
    weighted.sort()
    total = sum(w for _, w in weighted)
    outside = total / 2 - Z * math.sqrt(variance)

    def reached(pairs, limit):
        running = 0.0
        for value, w in pairs:
            running += w
            if running >= limit - 1e-12:
                return value

    lower_middle = reached(weighted, total / 2)
    upper_middle = reached(reversed(weighted), total / 2)
    return (
        (lower_middle + upper_middle) / 2,
        reached(weighted, outside),
        reached(reversed(weighted), outside),
    )


def quasi_poisson(counts, driver):
    x = np.log(driver)
    design = np.column_stack([np.ones(len(x)), x - x.mean()])
    y = np.array(counts, float)
    beta = np.array([math.log(y.mean()), 0.0])
    for _ in range(200):
        mu = np.exp(design @ beta)
        step = np.linalg.solve(design.T @ (design * mu[:, None]), design.T @ (y - mu))
        beta += step
        if abs(step).max() < 1e-13:
            break
    mu = np.exp(design @ beta)
    dispersion = max(1, ((y - mu) ** 2 / mu).sum() / (len(y) - 2))
    covariance = np.linalg.inv(design.T @ (design * mu[:, None])) * dispersion
    half = stats.t.ppf(0.975, len(y) - 2) * math.sqrt(covariance[1, 1])
    return beta[1], beta[1] - half, beta[1] + half


def wilson(x, n):
    centre = (x + Z * Z / 2) / (n + Z * Z)
    half = Z / (n + Z * Z) * math.sqrt(x * (n - x) / n + Z * Z / 4)
    return x / n, centre - half, centre + half
