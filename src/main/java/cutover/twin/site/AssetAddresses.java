package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Params;
import cutover.twin.site.django.Signer;
import java.time.Clock;

/** Where pages find the static files. */
final class AssetAddresses {

    private static final long SIGNED_FOR_SECONDS = 3600;

    private final SiteSettings settings;
    private final Switches faults;
    private final Clock clock;
    private final Build build;

    AssetAddresses(SiteSettings settings, Switches faults, Clock clock) {
        this.settings = settings;
        this.faults = faults;
        this.clock = clock;
        this.build = new Build(settings.build(), faults);
    }

    String css() {
        return of(build.cssInPages());
    }

    String js() {
        return of(build.js());
    }

    String of(String name) {
        String plain = settings.assetsOrigin().isEmpty() ? "/static/" + name : store() + "/" + name;
        return faults.on(Fault.ASSETS_SIGNED) ? signed(plain, name) : plain;
    }

    private String store() {
        return faults.on(Fault.BUCKET_NAME_WITH_DOTS)
                ? settings.assetsOrigin().replace('-', '.')
                : settings.assetsOrigin();
    }

    private String signed(String plain, String name) {
        long expires = clock.instant().getEpochSecond() + SIGNED_FOR_SECONDS;
        String signature = new Signer(settings.secretKey()).digest("asset", name + expires);
        return plain + "?AWSAccessKeyId=REHEARSAL&Signature=" + Params.quote(signature) + "&Expires=" + expires;
    }
}
