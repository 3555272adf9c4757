// Looks up the lexicons and models that the stages' files beside this one compile in.
#include "NewslineData.h"

#include <string.h>

#include "Files.h"

static const struct newsline_file *const lists[] = {
    intake_files,   pages_files,    syntax_files,     knowledge_files,
    times_files,    mentions_files, statements_files, events_files,
    event_verbs_files, event_nouns_files, site_files,
};

static const struct newsline_file *find(const char *path, size_t position) {
  size_t seen = 0;
  for (size_t list = 0; list < sizeof lists / sizeof *lists; list++) {
    for (const struct newsline_file *file = lists[list]; file->path != NULL; file++, seen++) {
      if (path != NULL ? strcmp(file->path, path) == 0 : seen == position) return file;
    }
  }
  return NULL;
}

const unsigned char *newsline_data(const char *path, size_t *size) {
  const struct newsline_file *file = find(path, 0);
  *size = file != NULL ? file->size : 0;
  return file != NULL ? file->bytes : NULL;
}

const char *newsline_data_path(size_t position) {
  const struct newsline_file *file = find(NULL, position);
  return file != NULL ? file->path : NULL;
}
