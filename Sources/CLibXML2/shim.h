#pragma once
#include <libxml/xmlversion.h>
// The converters' structures, which nothing here looks into, would bring the system's ICU beside Foundation's own: two
// definitions of the same types in whatever imports both.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
