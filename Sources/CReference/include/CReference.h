#pragma once
#include <stddef.h>

// The tables of Data/, as they stand in the files: UTF-8, a header row, tab-separated.
struct dibao_table {
  const unsigned char *bytes;
  size_t count;
};

struct dibao_table dibao_ambiguities(void);
struct dibao_table dibao_cues(void);
struct dibao_table dibao_departments(void);
struct dibao_table dibao_divisions(void);
struct dibao_table dibao_english(void);
struct dibao_table dibao_errors(void);
struct dibao_table dibao_name_edges(void);
struct dibao_table dibao_name_letters(void);
struct dibao_table dibao_name_spellings(void);
struct dibao_table dibao_organizations(void);
struct dibao_table dibao_pinyin(void);
struct dibao_table dibao_ranks(void);
struct dibao_table dibao_sites(void);
struct dibao_table dibao_surnames(void);
struct dibao_table dibao_tellings(void);
struct dibao_table dibao_traditional(void);
struct dibao_table dibao_usual_departments(void);
struct dibao_table dibao_words(void);
