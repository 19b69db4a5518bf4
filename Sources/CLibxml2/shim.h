#pragma once
// Debian builds libxml2 with ICU. Its headers clash with the ICU inside of Foundation, which Yams
// imports; nothing here uses them.
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
