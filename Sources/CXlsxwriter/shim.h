#pragma once
#include <errno.h>
#include <xlsxwriter.h>

// In constant memory the rows of a sheet wait in a file without a name, whose errors the library never
// looks at: these do.
static inline int dibao_sheet_has_failed(lxw_worksheet *sheet) { return ferror(sheet->optimize_tmpfile); }

// The last row is written, and all rows reach the file: gives 0, or the number of the system's error.
static inline int dibao_sheet_flush(lxw_worksheet *sheet) {
  lxw_worksheet_write_single_row(sheet);
  errno = 0;
  if (fflush(sheet->optimize_tmpfile) == 0 && !ferror(sheet->optimize_tmpfile)) return 0;
  return errno != 0 ? errno : EIO;
}

static inline long long dibao_sheet_bytes(lxw_worksheet *sheet) { return ftello(sheet->optimize_tmpfile); }

// A workbook that is given up: the library closes these files only where it packs them.
static inline void dibao_workbook_abandon(lxw_workbook *workbook) {
  lxw_worksheet *sheet;
  STAILQ_FOREACH(sheet, workbook->worksheets, list_pointers) { fclose(sheet->optimize_tmpfile); }
  lxw_workbook_free(workbook);
}
