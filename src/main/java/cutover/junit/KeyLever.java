package cutover.junit;

import cutover.config.Secret;
import cutover.drill.Lever;
import cutover.provider.Told;
import cutover.provider.aws.AwsAccount;
import java.util.List;
import java.util.Map;

/**
 * Whether the user works as which the old host reads its files. Its key is switched, not deleted, so that it can be put
 * back.
 *
 * @param user as IAM calls it
 */
record KeyLever(String name, AwsAccount account, String user, Secret key) implements Lever {

    @Override
    public List<String> positions() {
        return List.of("there", "gone");
    }

    @Override
    public String position() {
        Told<Map<String, Boolean>> told = account.accessKeys(user);
        return told.fold(
                keys -> keys.getOrDefault(key.reveal(), false) ? "there" : "gone",
                refused -> refused.code().equals("NoSuchEntity") ? "gone" : told.trouble(),
                unavailable -> told.trouble());
    }

    @Override
    public String pull(String position) {
        Told<Boolean> told = account.switchAccessKey(user, key.reveal(), position.equals("there"));
        return told.value()
                .map(on -> "the key of " + user + (on ? " works" : " does not work any more"))
                .orElseGet(told::trouble);
    }
}
