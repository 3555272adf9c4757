// Lexicons and models, compiled in. To add a file: one FILE line and one ENTRY line below.
#include "NewslineData.h"
#include <string.h>

#define FILE_BYTES(name) static const unsigned char name[] =
#define ENTRY(name, path) {path, name, sizeof name}

FILE_BYTES(abbreviations) {
#embed "lexicons/abbreviations.tsv"
};

static const struct {
  const char *path;
  const unsigned char *bytes;
  size_t size;
} files[] = {
    ENTRY(abbreviations, "lexicons/abbreviations.tsv"),
};

const unsigned char *newsline_data(const char *path, size_t *size) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    if (strcmp(files[i].path, path) == 0) {
      *size = files[i].size;
      return files[i].bytes;
    }
  }
  *size = 0;
  return NULL;
}

const char *newsline_data_path(size_t position) {
  return position < sizeof files / sizeof *files ? files[position].path : NULL;
}
