package cutover.config;

import java.util.ArrayList;
import java.util.List;

/** The keys of a file as a document for people, made from the records into which the file is read. */
final class Reference {

    private final StringBuilder text = new StringBuilder();
    private final List<String> withoutMeaning = new ArrayList<>();

    private Reference() {}

    /** All keys, the file's own first, then those of each mapping below it. */
    static Reference of(Class<?> file) {
        Reference reference = new Reference();
        reference.section("", "", RecordShape.of(file));
        return reference;
    }

    String document() {
        return text.toString();
    }

    /** Keys of which the records say nothing. */
    List<String> withoutMeaning() {
        return withoutMeaning;
    }

    private void section(String path, String kind, RecordShape record) {
        if (!path.isEmpty()) {
            text.append("\n### `").append(path).append('`');
            text.append(kind.isEmpty() ? "" : ", kind `" + kind + "`").append('\n');
        }
        text.append("\n| key | value | if missing | meaning |\n|---|---|---|---|\n");
        if (!kind.isEmpty()) {
            text.append("| `").append(Shape.Choice.KEY).append("` | `").append(kind);
            text.append("` | refused | says which of the kinds this is |\n");
        }
        List<Field> fields = record.fields();
        fields.forEach(field -> row(path, field));
        fields.forEach(field -> below(path.isEmpty() ? field.key() : path + "." + field.key(), field.shape()));
    }

    private void row(String path, Field field) {
        if (field.doc().isEmpty()) {
            withoutMeaning.add(path + "." + field.key());
        }
        text.append("| `").append(field.key()).append("` | ");
        text.append(cell(wanted(field.shape()))).append(" | ");
        text.append(cell(missing(field))).append(" | ");
        text.append(cell(field.doc().orElse(""))).append(" |\n");
    }

    private void below(String path, Shape shape) {
        if (shape instanceof RecordShape record) {
            section(path, "", record);
        } else if (shape instanceof Shape.Many many) {
            below(path + "[]", many.element());
        } else if (shape instanceof Shape.Keyed keyed) {
            below(path + ".NAME", keyed.value());
        } else if (shape instanceof Shape.Choice choice) {
            choice.kinds().forEach((kind, type) -> section(path, kind, RecordShape.of(type)));
        }
    }

    private static String wanted(Shape shape) {
        if (shape instanceof Shape.Many many) {
            return "list: " + wanted(many.element());
        }
        if (shape instanceof Shape.Keyed keyed) {
            return "mapping, name to: " + wanted(keyed.value());
        }
        if (shape instanceof Shape.Choice choice) {
            return "mapping of " + choice.names().wanted().replace("one of", "kind");
        }
        return shape.wanted().replaceFirst("^an? ", "");
    }

    private static String missing(Field field) {
        return field.preset()
                .map(preset -> preset.isEmpty() ? "empty" : "`" + preset + "`")
                .orElse(field.optional() ? "none" : "refused");
    }

    private static String cell(String raw) {
        return raw.replace("|", "\\|").replace("<", "&lt;");
    }
}
