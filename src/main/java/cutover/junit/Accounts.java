package cutover.junit;

import cutover.environment.Application;
import cutover.environment.Environment;
import cutover.environment.Records;
import cutover.environment.cloud.Buckets;
import cutover.environment.cloud.Cloud;
import cutover.environment.cloud.DatabasePlace;
import cutover.environment.cloud.RetiredLogin;
import cutover.patience.Patience;
import cutover.probe.database.Login;
import cutover.probe.database.Questions;
import cutover.probe.database.Source;
import cutover.provider.aws.AwsAccess;
import cutover.provider.aws.AwsAccount;
import cutover.provider.aws.AwsCredential;
import cutover.provider.aws.Bucket;
import cutover.provider.aws.HostedZone;
import cutover.provider.heroku.HerokuApp;
import cutover.provider.pingdom.PingdomAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The accounts behind the application, as far as the environment names them; they are read only. */
public final class Accounts {

    private static final Records NOTHING_SAID =
            new Records(List.of(), Map.of(), List.of(), List.of(), Map.of(), Optional.empty());

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

    /** A zone that the account keeps. */
    static HostedZone hostedZone(Cloud cloud, String zone, Patience patience) {
        return new HostedZone(of(cloud, cloud.region()), zone, patience);
    }

    /** The bucket of the application's files on the side that it leaves. */
    public Bucket from(Cloud cloud, Buckets buckets) {
        return new Bucket(of(cloud, fromRegion(cloud, buckets)), buckets.from(), buckets.page());
    }

    /** The same bucket, read with the key that the old host was given. */
    public Bucket from(Cloud cloud, Buckets buckets, Cloud.RetiredKey key) {
        return new Bucket(
                Providers.access(
                        fromRegion(cloud, buckets),
                        cloud.endpoint(),
                        Optional.of(key.accessKeyId()),
                        Optional.of(key.secretAccessKey())),
                buckets.from(),
                buckets.page());
    }

    /** The bucket on the side that it moves to. */
    public Bucket to(Cloud cloud, Buckets buckets) {
        return new Bucket(of(cloud, cloud.region()), buckets.to(), buckets.page());
    }

    /** The same bucket, as anybody meets it. */
    public Bucket toAsStranger(Cloud cloud, Buckets buckets) {
        return new Bucket(
                new AwsAccess(cloud.region(), cloud.endpoint(), AwsCredential.ofStranger(), Providers.PATIENCE),
                buckets.to(),
                buckets.page());
    }

    private static String fromRegion(Cloud cloud, Buckets buckets) {
        return buckets.fromRegion().orElse(cloud.region());
    }

    private static AwsAccess of(Cloud cloud, String region) {
        return Providers.access(region, cloud.endpoint(), cloud.accessKeyId(), cloud.secretAccessKey());
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

    /** What is asked of a database of the application. */
    public static Questions questions(Application application) {
        Records records = application.records().orElse(NOTHING_SAID);
        return new Questions(
                Set.copyOf(records.traces()),
                records.times(),
                records.references().stream()
                        .map(soft -> new Questions.Reference(column(soft.from()), column(soft.to())))
                        .toList(),
                records.texts().stream().map(Accounts::column).toList(),
                records.distinct());
    }

    private static Questions.Column column(String name) {
        int dot = name.indexOf('.');
        return new Questions.Column(name.substring(0, dot), name.substring(dot + 1));
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
