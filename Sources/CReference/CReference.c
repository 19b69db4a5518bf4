#include "CReference.h"

// The compiler reads the tables itself, so that the program is one file and needs no resources.

static const unsigned char cues[] = {
#embed "Data/cues.tsv"
};
struct dibao_table dibao_cues(void) { return (struct dibao_table){cues, sizeof cues}; }

static const unsigned char divisions[] = {
#embed "Data/divisions.tsv"
};
struct dibao_table dibao_divisions(void) { return (struct dibao_table){divisions, sizeof divisions}; }

static const unsigned char english[] = {
#embed "Data/english.tsv"
};
struct dibao_table dibao_english(void) { return (struct dibao_table){english, sizeof english}; }

static const unsigned char errors[] = {
#embed "Data/errors.tsv"
};
struct dibao_table dibao_errors(void) { return (struct dibao_table){errors, sizeof errors}; }

static const unsigned char name_edges[] = {
#embed "Data/name_edges.tsv"
};
struct dibao_table dibao_name_edges(void) { return (struct dibao_table){name_edges, sizeof name_edges}; }

static const unsigned char name_letters[] = {
#embed "Data/name_letters.tsv"
};
struct dibao_table dibao_name_letters(void) { return (struct dibao_table){name_letters, sizeof name_letters}; }

static const unsigned char name_spellings[] = {
#embed "Data/name_spellings.tsv"
};
struct dibao_table dibao_name_spellings(void) { return (struct dibao_table){name_spellings, sizeof name_spellings}; }

static const unsigned char organizations[] = {
#embed "Data/organizations.tsv"
};
struct dibao_table dibao_organizations(void) { return (struct dibao_table){organizations, sizeof organizations}; }

static const unsigned char ranks[] = {
#embed "Data/ranks.tsv"
};
struct dibao_table dibao_ranks(void) { return (struct dibao_table){ranks, sizeof ranks}; }

static const unsigned char sites[] = {
#embed "Data/sites.tsv"
};
struct dibao_table dibao_sites(void) { return (struct dibao_table){sites, sizeof sites}; }

static const unsigned char surnames[] = {
#embed "Data/surnames.tsv"
};
struct dibao_table dibao_surnames(void) { return (struct dibao_table){surnames, sizeof surnames}; }

static const unsigned char tellings[] = {
#embed "Data/tellings.tsv"
};
struct dibao_table dibao_tellings(void) { return (struct dibao_table){tellings, sizeof tellings}; }

static const unsigned char traditional[] = {
#embed "Data/traditional.tsv"
};
struct dibao_table dibao_traditional(void) { return (struct dibao_table){traditional, sizeof traditional}; }

static const unsigned char words[] = {
#embed "Data/words.tsv"
};
struct dibao_table dibao_words(void) { return (struct dibao_table){words, sizeof words}; }

static const unsigned char pinyin[] = {
#embed "Data/pinyin.tsv"
};
struct dibao_table dibao_pinyin(void) { return (struct dibao_table){pinyin, sizeof pinyin}; }

static const unsigned char departments[] = {
#embed "Data/departments.tsv"
};
struct dibao_table dibao_departments(void) { return (struct dibao_table){departments, sizeof departments}; }

static const unsigned char ambiguities[] = {
#embed "Data/ambiguities.tsv"
};
struct dibao_table dibao_ambiguities(void) { return (struct dibao_table){ambiguities, sizeof ambiguities}; }

static const unsigned char usual_departments[] = {
#embed "Data/usual_departments.tsv"
};
struct dibao_table dibao_usual_departments(void) { return (struct dibao_table){usual_departments, sizeof usual_departments}; }
