package launch;

import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.patience.FanOut;
import cutover.probe.http.Answered;
import cutover.probe.http.Css;
import cutover.probe.http.Exchanges;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.Reference;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Each style sheet, script, image and font of the pages: there, of the right type, over https, for longer than an hour. */
final class AssetRules {

    private static final int AT_ONCE = 4;
    private static final Pattern SIGNED = Pattern.compile("(?i)[?&](X-Amz-Expires|Expires|X-Amz-Signature|Signature)=");

    private static final Offences.Rule LOADS = new Offences.Rule(
            "every style sheet, script, image and font loads",
            "assets do not load",
            "status 200 and a body",
            "look at the asset store: its policy must let everybody read, and the files of this build must be there");
    private static final Offences.Rule TYPED = new Offences.Rule(
            "every asset has the right content type",
            "assets have a wrong content type",
            "text/css for style sheets, a JavaScript type for scripts, image/… and font/…",
            "set the content type when the files are uploaded; browsers ignore style sheets of another type");
    private static final Offences.Rule LASTING = new Offences.Rule(
            "no asset address expires",
            "asset addresses expire",
            "addresses without signature",
            "make the static files public to read (bucket policy) and switch query string authentication off: pages that"
                    + " are left open lose their styles after an hour");
    private static final Offences.Rule PRIVATE = new Offences.Rule(
            "no asset store lists its content",
            "an asset store lists its content to everybody",
            "status 403 for the store's root",
            "take ListBucket for everybody out of the bucket's policy");

    private final Workbench bench;
    private final Site site;
    private final Offences offences;
    private final AssetCertificates certificates;

    AssetRules(Workbench bench, Offences offences) {
        this.bench = bench;
        this.site = bench.site();
        this.offences = offences;
        this.certificates = new AssetCertificates(site.host());
        List.of(LOADS, TYPED, LASTING, PRIVATE).forEach(offences::rule);
    }

    /** Loads all of them, and what their style sheets name; a host whose certificate is for others is told at once. */
    void judge(List<Reference> named) {
        Map<URI, Reference> assets = own(named);
        List<Reference> more = new ArrayList<>();
        load(assets)
                .forEach((reference, seen) -> judge(reference, seen).ifPresent(answer -> {
                    if (reference.kind() == Reference.Kind.STYLE) {
                        more.addAll(Css.of(answer.text(), reference.target()).assets());
                    }
                }));
        Map<URI, Reference> fromStyles = own(more);
        fromStyles.keySet().removeAll(assets.keySet());
        load(fromStyles).forEach(this::judge);
        if (assets.isEmpty()) {
            bench.findings()
                    .add(Finding.unmet("the pages of " + site.host() + " name no assets at all")
                            .expected("style sheets and scripts")
                            .butWas("none on " + site.host() + " or " + String.join(", ", site.assetHosts())));
        }
        closedStores();
        certificates.into(bench.findings());
    }

    private Map<URI, Reference> own(List<Reference> named) {
        Map<URI, Reference> assets = new LinkedHashMap<>();
        for (Reference reference : named) {
            String host = reference.target().getHost();
            boolean ours = site.host().equals(host) || site.assetHosts().contains(String.valueOf(host));
            if (reference.isAsset() && ours && "https".equals(reference.target().getScheme())) {
                assets.putIfAbsent(reference.target(), reference);
            }
        }
        return assets;
    }

    private Map<Reference, HttpObservation> load(Map<URI, Reference> assets) {
        List<Reference> references = List.copyOf(assets.values());
        List<Optional<HttpObservation>> seen = new FanOut(
                        AT_ONCE, bench.environment().deadlines().page().multipliedBy(2))
                .each(
                        references,
                        reference -> Optional.of(bench.http().get(reference.target())),
                        (reference, reason) -> Optional.empty());
        Map<Reference, HttpObservation> all = new LinkedHashMap<>();
        for (int i = 0; i < references.size(); i++) {
            Reference reference = references.get(i);
            if (seen.get(i).isPresent()) {
                all.put(reference, seen.get(i).get());
            } else {
                offences.add(LOADS, reference.target() + " did not answer in time");
            }
        }
        return all;
    }

    private Optional<Answered> judge(Reference reference, HttpObservation seen) {
        String name = withoutQuery(reference.target());
        if (SIGNED.matcher(reference.target().toString()).find()) {
            offences.add(LASTING, name);
        }
        Optional<Answered> answer = seen.fold(Optional::of, none -> {
            certificates.add(none);
            return Optional.empty();
        });
        if (answer.filter(one -> one.status() == 200 && one.bytes().length > 0).isEmpty()) {
            offences.add(LOADS, name + ": " + Exchanges.line(seen) + " (" + reference.kind() + ")");
            return Optional.empty();
        }
        if (!rightType(reference.kind(), answer.get().mediaType())) {
            offences.add(TYPED, name + " is " + answer.get().mediaType() + " (" + reference.kind() + ")");
        }
        return answer;
    }

    private static boolean rightType(Reference.Kind kind, String type) {
        return switch (kind) {
            case STYLE -> type.equals("text/css");
            case SCRIPT -> type.endsWith("javascript");
            case IMAGE, ICON -> type.startsWith("image/");
            case FONT -> type.startsWith("font/") || type.contains("font") || type.equals("application/octet-stream");
            case LINK, FORM, FRAME, MEDIA -> true;
        };
    }

    private void closedStores() {
        for (String host : site.assetHosts()) {
            bench.http()
                    .get(URI.create("https://" + host + "/"))
                    .fold(
                            answer -> {
                                if (answer.text().contains("<ListBucketResult")) {
                                    offences.add(
                                            PRIVATE,
                                            "https://" + host + "/ answers " + answer.status() + " with a listing");
                                }
                                return null;
                            },
                            none -> {
                                certificates.add(none);
                                // silence is no proof of a closed door
                                offences.add(LOADS, Exchanges.line(none));
                                return null;
                            });
        }
    }

    private static String withoutQuery(URI uri) {
        String text = uri.toString();
        return text.contains("?") ? text.substring(0, text.indexOf('?')) : text;
    }
}
