#pragma once

// `mallopt`, which Swift's Glibc leaves out.
#include <malloc.h>
