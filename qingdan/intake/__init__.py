"""Where files come in: YAML documents with their lines, product and violation files, schemas."""
