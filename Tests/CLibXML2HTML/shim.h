#pragma once

// As in Sources/CLibXML2: ICU's headers would clash with Foundation's.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
