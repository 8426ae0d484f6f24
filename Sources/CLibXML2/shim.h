#pragma once

// A libxml2 that was built with ICU has it in its headers, of another version than Foundation's
// own: a module that imports both would not compile. Only the converters inside libxml2's encoding
// handlers are of ICU, and those are used here through pointers alone.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
