package cutover.junit;

import cutover.drill.Lever;
import cutover.environment.cloud.Buckets;
import cutover.environment.cloud.Cloud;
import cutover.environment.cloud.DatabasePlace;
import cutover.probe.database.Shown;
import cutover.probe.database.StateProbe;
import cutover.probe.pdf.PdfProbe;
import cutover.provider.Told;
import cutover.provider.aws.AwsAccount;
import cutover.provider.aws.Beginning;
import cutover.provider.aws.Bucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Whether the stored documents of the old side show what their records hold. Those that do not are built anew from the
 * records as they are then; nobody breaks one on purpose.
 *
 * @param query what each must show, as the application's file has it
 * @param builder the application, which builds all of them: key and content
 */
record DocumentsLever(
        String name,
        Accounts accounts,
        AwsAccount account,
        Cloud cloud,
        Buckets buckets,
        DatabasePlace place,
        String query,
        Supplier<Map<String, byte[]>> builder)
        implements Lever {

    private static final String SOUND = "sound";
    private static final String BROKEN = "broken";
    private static final int MOST = 1 << 20;
    private static final int NOT_FOUND = 404;

    @Override
    public List<String> positions() {
        return List.of(BROKEN, SOUND);
    }

    @Override
    public String position() {
        Told<List<String>> broken = broken();
        return broken.value().map(keys -> keys.isEmpty() ? SOUND : BROKEN).orElseGet(broken::trouble);
    }

    @Override
    public String pull(String position) {
        if (position.equals(BROKEN)) {
            return "nobody breaks documents on purpose";
        }
        Told<String> done = broken().then(this::rebuilt);
        return done.value().orElseGet(done::trouble);
    }

    private Told<String> rebuilt(List<String> broken) {
        Map<String, byte[]> built = new TreeMap<>(builder.get());
        built.keySet().retainAll(broken);
        Told<String> done = Told.value("");
        for (Map.Entry<String, byte[]> one : built.entrySet()) {
            done = done.then(before -> account.put(buckets.from(), one.getKey(), "application/pdf", one.getValue()));
        }
        return done.then(last -> Told.value(built.size() + " documents were built anew from their records"));
    }

    /** Keys of those that do not show what they must. */
    private Told<List<String>> broken() {
        return new StateProbe()
                .shown(accounts.source(place), query)
                .fold(read -> among(read.rows()), untold -> Told.unavailable("the database: " + untold.detail()));
    }

    private Told<List<String>> among(List<Shown> rows) {
        List<String> broken = new ArrayList<>();
        try (Bucket bucket = accounts.from(cloud, buckets)) {
            for (Shown row : rows) {
                Told<Boolean> sound = shows(bucket.begins(row.key(), MOST), row);
                if (sound.value().isEmpty()) {
                    return Told.unavailable(row.key() + ": " + sound.trouble());
                }
                if (!sound.value().get()) {
                    broken.add(row.key());
                }
            }
        }
        return Told.value(broken);
    }

    /** One that is not there shows nothing. */
    private static Told<Boolean> shows(Told<Beginning> document, Shown row) {
        return document.fold(
                value -> Told.value(new PdfProbe()
                        .read(value.bytes())
                        .fold(pdf -> row.texts().values().stream().allMatch(pdf::shows), not -> false)),
                refused -> refused.status() == NOT_FOUND
                        ? Told.value(false)
                        : Told.refused(refused.status(), refused.code(), refused.detail()),
                silent -> Told.unavailable(silent.detail()));
    }
}
