package cutover.twin.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Front;
import cutover.twin.front.Incoming;
import cutover.twin.front.Reply;
import cutover.twin.web.WebResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The services that tell what lies in the account, each in its own protocol; the request's signature names the service. */
public final class AccountApis implements Front {

    private final Front others;
    private final Faults faults;
    private final Signatures signatures;
    private final Signatures withRetiredKey;
    private final SnapshotsApi snapshots;
    private final InstancesApi instances;
    private final StoreFront store;
    private final RulesApi rules;
    private final SubscriptionsApi subscriptions;
    private final MonitoringApi monitoring;
    private final NamesApi names;
    private final KeysApi users;
    private final WrittenObjects written = new WrittenObjects();
    private final Clock clock;
    private final ObjectMapper mapper = new ObjectMapper();

    /**
     * The services at one address with others.
     *
     * @param others what answers for all other services
     * @param retired the key of the old host, which works as long as the account says so
     */
    public AccountApis(
            Front others, AwsKey key, AwsKey retired, Account account, NamesApi names, Faults faults, Clock clock) {
        this.others = others;
        this.names = names;
        this.faults = faults;
        this.signatures = new Signatures(() -> List.of(key), clock);
        this.withRetiredKey = new Signatures(() -> keys(key, retired, account), clock);
        this.snapshots = new SnapshotsApi(account, faults);
        this.users = new KeysApi(retired, account);
        this.instances = new InstancesApi(account);
        this.clock = clock;
        this.store = new StoreFront(withRetiredKey, retired, account, written, faults, clock::instant);
        this.rules = new RulesApi(account, faults);
        this.subscriptions = new SubscriptionsApi(faults);
        this.monitoring = new MonitoringApi(signatures, faults);
    }

    private List<AwsKey> keys(AwsKey key, AwsKey retired, Account account) {
        if (account.retiredKeyWorks() || on(Fault.RETIRED_KEY_WORKS)) {
            return List.of(key, retired);
        }
        return on(Fault.RETIRED_KEY_KNOWN) ? List.of(key, new AwsKey(retired.id(), "another")) : List.of(key);
    }

    @Override
    public Reply answer(Incoming request) {
        String service = Signatures.service(request);
        return switch (service) {
            case "rds" -> Reply.now(query(request, service, this::database));
            case "iam" -> Reply.now(query(request, service, users::answer));
            case "sns" -> Reply.now(query(request, service, subscriptions::answer));
            case "monitoring" -> Reply.now(monitoring.answer(request));
            case "events" -> Reply.now(rules(request));
            case "route53" -> Reply.now(names(request));
            case "sts" -> Reply.now(caller(request));
            case "s3" -> Reply.now(store.answer(request));
            default ->
                StoreFront.isAskedByStranger(request) ? Reply.now(store.toStranger(request)) : others.answer(request);
        };
    }

    private WebResponse query(Incoming request, String service, Function<Form, WebResponse> api) {
        Form form = Form.of(request);
        return signed(request, service, form.action(), () -> api.apply(form));
    }

    private WebResponse names(Incoming request) {
        return signed(request, "route53", NamesApi.action(request), () -> names.answer(request));
    }

    private WebResponse signed(Incoming request, String service, String action, Supplier<WebResponse> api) {
        Optional<Flaw> flaw = signatures.flaw(request, service);
        if (flaw.isPresent()) {
            return refused(flaw.get());
        }
        if (on(Fault.ACCOUNT_FAILS)) {
            return XmlAnswer.queryError(503, "ServiceUnavailable", "Service Unavailable");
        }
        return on(Fault.ACCOUNT_REFUSES)
                ? XmlAnswer.queryError(403, "AccessDenied", denied(service + ":" + action))
                : api.get();
    }

    /** The application writes these files, key and content, and whoever syncs takes them along. */
    public void write(Map<String, byte[]> files) {
        files.forEach((key, content) -> Stream.of(MediaBuckets.OLD, MediaBuckets.NEW)
                .forEach(bucket -> written.put(bucket, StoredObject.of(key, content, clock.instant()))));
    }

    /** Notes how the files are now. */
    public void keepFiles() {
        written.keep();
    }

    /** Puts the files back to what was noted. */
    public void takeBackFiles() {
        written.takeBack();
    }

    /** Forgets which files were written. */
    public void filesAsGiven() {
        written.forget();
    }

    /** Forgets which rules were switched by hand, and which names were changed. */
    public void asGiven() {
        rules.asGiven();
        names.asGiven();
    }

    private WebResponse database(Form form) {
        return switch (form.action()) {
            case "DescribeDBInstances" -> instances.describe(form);
            case "ModifyDBInstance" -> instances.modify(form);
            default -> snapshots.answer(form);
        };
    }

    private WebResponse caller(Incoming request) {
        if (on(Fault.ACCOUNT_FAILS)) {
            return XmlAnswer.queryError(503, "ServiceUnavailable", "Service Unavailable");
        }
        return withRetiredKey
                .flaw(request, "sts")
                .map(AccountApis::refused)
                .orElseGet(() -> CallersApi.answer(Form.of(request)));
    }

    private WebResponse rules(Incoming request) {
        Optional<WebResponse> refusal = signatures.refusal(request, "events", 400);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String operation = request.header("X-Amz-Target").orElse("").replace("AWSEvents.", "");
        if (on(Fault.ACCOUNT_REFUSES)) {
            return AwsAnswer.error(400, "AccessDeniedException", denied("events:" + operation));
        }
        try {
            return rules.answer(operation, mapper.readTree(request.body()));
        } catch (IOException e) {
            return AwsAnswer.error(400, "SerializationException", "the body is not JSON");
        }
    }

    private static WebResponse refused(Flaw flaw) {
        return XmlAnswer.queryError(403, flaw.inXml(), flaw.message());
    }

    static String denied(String permission) {
        return "User: arn:aws:iam::123456789012:user/cutover is not authorized to perform: " + permission;
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }
}
