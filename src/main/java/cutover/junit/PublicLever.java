package cutover.junit;

import cutover.drill.Lever;
import cutover.provider.Told;
import cutover.provider.aws.AwsAccount;
import java.util.List;

/**
 * Whether the database has a public address.
 *
 * @param instance as RDS calls it
 */
record PublicLever(String name, AwsAccount account, String instance) implements Lever {

    @Override
    public List<String> positions() {
        return List.of("public", "private");
    }

    @Override
    public String position() {
        Told<Boolean> told = account.databaseIsPublic(instance);
        return told.value().map(open -> open ? "public" : "private").orElseGet(told::trouble);
    }

    @Override
    public String pull(String position) {
        Told<Boolean> told = account.openDatabase(instance, position.equals("public"));
        return told.value()
                .map(open -> instance + (open ? " is to be public" : " is to be private"))
                .orElseGet(told::trouble);
    }
}
