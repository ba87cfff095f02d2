package cutover.junit;

import cutover.environment.Environment;
import cutover.environment.cloud.Cloud;
import cutover.environment.cloud.DatabasePlace;
import cutover.environment.cloud.RetiredLogin;
import cutover.probe.database.Login;
import cutover.probe.database.Source;
import cutover.provider.aws.AwsAccount;
import cutover.provider.heroku.HerokuApp;
import cutover.provider.pingdom.PingdomAccount;
import java.util.Optional;

/** The accounts behind the application, as far as the environment names them; they are read only. */
public final class Accounts {

    private final Environment environment;

    Accounts(Environment environment) {
        this.environment = environment;
    }

    /** The account at Amazon; empty when the environment names none. */
    public Optional<AwsAccount> aws() {
        return environment
                .cloud()
                .map(cloud -> new AwsAccount(Providers.access(
                        cloud.region(), cloud.endpoint(), cloud.accessKeyId(), cloud.secretAccessKey())));
    }

    /** The same account, asked with a key that nobody may use any more. */
    public AwsAccount aws(Cloud cloud, Cloud.RetiredKey key) {
        return new AwsAccount(Providers.access(
                cloud.region(), cloud.endpoint(), Optional.of(key.accessKeyId()), Optional.of(key.secretAccessKey())));
    }

    /** The old application at Heroku; empty when the environment names none. */
    public Optional<HerokuApp> heroku() {
        return environment
                .heroku()
                .map(heroku ->
                        new HerokuApp(heroku.app(), heroku.token()::reveal, heroku.endpoint(), Providers.PATIENCE));
    }

    /** The account at Pingdom; empty when the environment names none. */
    public Optional<PingdomAccount> pingdom() {
        return environment
                .pingdom()
                .map(known -> new PingdomAccount(known.token()::reveal, known.endpoint(), Providers.PATIENCE));
    }

    /** How a database is read. */
    public Source source(DatabasePlace place) {
        Login login = new Login(
                place.host(), place.port(), place.name(), place.user(), place.password()::reveal, Providers.PATIENCE);
        return new Source(login, Source.Encryption.valueOf(place.tls().name()), place.ca(), place.statement());
    }

    /** How the old host signed in to the database. */
    public Login login(RetiredLogin known) {
        return new Login(
                known.host(),
                known.port(),
                known.database(),
                known.user(),
                known.password()::reveal,
                Providers.PATIENCE);
    }
}
