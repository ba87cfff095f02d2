package cutover.provider.aws;

import cutover.provider.RecordSet;
import cutover.provider.RecordTexts;
import cutover.provider.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xbill.DNS.Record;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The sets of some names as Route 53 lists them, and what would change them. */
record HostedSets(List<ResourceRecordSet> all) {

    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    /** Sets of all names that are wanted or were seen. */
    static HostedSets of(Route53Client client, String zone, List<RecordSet> wanted, List<RecordSet> seen) {
        return new HostedSets(Stream.concat(wanted.stream(), seen.stream())
                .map(set -> plain(set.name()))
                .distinct()
                .flatMap(name -> named(client, zone, name).all().stream())
                .toList());
    }

    /** Sets of a name, page by page to the last of it. */
    static HostedSets named(Route53Client client, String zone, String name) {
        List<ResourceRecordSet> found = new ArrayList<>();
        ListResourceRecordSetsRequest request = ListResourceRecordSetsRequest.builder()
                .hostedZoneId(zone)
                .startRecordName(name)
                .build();
        ListResourceRecordSetsResponse page = client.listResourceRecordSets(request);
        found.addAll(page.resourceRecordSets());
        while (Boolean.TRUE.equals(page.isTruncated()) && same(page.nextRecordName(), name)) {
            page = client.listResourceRecordSets(request.toBuilder()
                    .startRecordName(page.nextRecordName())
                    .startRecordType(page.nextRecordTypeAsString())
                    .startRecordIdentifier(page.nextRecordIdentifier())
                    .build());
            found.addAll(page.resourceRecordSets());
        }
        return new HostedSets(
                found.stream().filter(set -> same(set.name(), name)).toList());
    }

    /** What there is of a name and type; trouble when that has no values of its own. */
    Told<RecordSet> set(String name, String type) {
        List<ResourceRecordSet> found = listed(name, type).toList();
        if (found.isEmpty()) {
            return Told.value(RecordSet.none(name, type));
        }
        ResourceRecordSet first = found.get(0);
        if (first.aliasTarget() != null) {
            return kept(name, type, "an alias of " + first.aliasTarget().dnsName());
        }
        return first.setIdentifier() == null
                ? Told.value(new RecordSet(name, type, first.ttl(), values(first)))
                : kept(name, type, "one of several sets, " + first.setIdentifier());
    }

    /** Deletes first. A set that was seen has to be there still, or must not be there, when Route 53 changes it. */
    Told<List<Change>> changes(List<RecordSet> wanted, List<RecordSet> seen) {
        for (RecordSet set : Stream.concat(seen.stream(), wanted.stream()).toList()) {
            Told<RecordSet> now = set(set.name(), set.type());
            if (now.value().isEmpty()) {
                return now.then(never -> Told.value(List.of()));
            }
            if (seen.contains(set) && !data(now.value().get()).equals(data(set))) {
                return Told.unavailable(set.name() + " " + set.type() + " is not as it was seen, but "
                        + now.value().get().values() + "; nothing is changed");
            }
        }
        return Told.value(Stream.concat(
                        wanted.stream().flatMap(set -> deleted(set, seen)),
                        wanted.stream().flatMap(set -> put(set, seen)))
                .toList());
    }

    private Stream<Change> deleted(RecordSet wanted, List<RecordSet> seen) {
        return wanted.values().isEmpty() || isAmong(seen, wanted)
                ? listed(wanted.name(), wanted.type()).map(there -> change(ChangeAction.DELETE, there))
                : Stream.empty();
    }

    private static Stream<Change> put(RecordSet wanted, List<RecordSet> seen) {
        ResourceRecordSet set = ResourceRecordSet.builder()
                .name(wanted.name())
                .type(wanted.type())
                .ttl(wanted.ttl())
                .resourceRecords(wanted.values().stream()
                        .map(value -> ResourceRecord.builder().value(value).build())
                        .toList())
                .build();
        return wanted.values().isEmpty()
                ? Stream.empty()
                : Stream.of(change(isAmong(seen, wanted) ? ChangeAction.CREATE : ChangeAction.UPSERT, set));
    }

    private static Change change(ChangeAction action, ResourceRecordSet set) {
        return Change.builder().action(action).resourceRecordSet(set).build();
    }

    private Stream<ResourceRecordSet> listed(String name, String type) {
        return all.stream().filter(set -> set.typeAsString().equals(type) && same(set.name(), name));
    }

    private static boolean isAmong(List<RecordSet> seen, RecordSet wanted) {
        return seen.stream().anyMatch(set -> set.type().equals(wanted.type()) && same(set.name(), wanted.name()));
    }

    private static List<String> data(RecordSet set) {
        return set.records().stream().map(Record::rdataToString).sorted().toList();
    }

    /** As other name servers spell them. */
    private static List<String> values(ResourceRecordSet set) {
        List<String> values =
                set.resourceRecords().stream().map(ResourceRecord::value).toList();
        return RecordTexts.records(plain(set.name()), set.typeAsString(), set.ttl(), values).stream()
                .map(Record::rdataToString)
                .toList();
    }

    private static <T> Told<T> kept(String name, String type, String what) {
        return Told.unavailable(name + " " + type + " is " + what + " at Route 53, which is left as it is");
    }

    /** Whether two texts are the same name. */
    static boolean same(String one, String other) {
        return plain(one).equalsIgnoreCase(plain(other));
    }

    /** Without the last dot, and without Route 53's own way to write what is no letter or digit. */
    private static String plain(String name) {
        String text = OCTAL.matcher(name)
                .replaceAll(
                        octal -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(octal.group(1), 8))));
        return Optional.of(text)
                .filter(dotted -> dotted.endsWith("."))
                .map(dotted -> dotted.substring(0, dotted.length() - 1))
                .orElse(text);
    }
}
