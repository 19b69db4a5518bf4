#pragma once
// Debian builds libxml2 with ICU, whose headers clash with those of Foundation's own ICU. Only the
// tail of a struct that Dibao never touches depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>

// `xmlFree` is a global variable, which Swift 6 refuses as not concurrency-safe.
static inline void dibao_xml_free(void *p) { xmlFree(p); }
