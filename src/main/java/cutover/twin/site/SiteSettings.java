package cutover.twin.site;

import cutover.twin.fault.Side;
import java.util.List;
import java.util.Set;

/**
 * What the operators of one side set.
 *
 * @param allowedHosts names that the application answers to, without ports; one that starts with a dot stands for all
 *     names below it
 * @param defaultHost scheme and host for links in exports and mails
 * @param oldOrigin scheme and host of the site that is left
 * @param stagingOrigin scheme and host of the staging site
 * @param assetsOrigin scheme and host of the asset store; empty when the application serves {@code /static/} itself
 * @param build hash in the names of the compressed assets; letters and digits
 * @param admins receivers of error mail
 * @param serverEmail sender of error mail; {@code root@localhost} when it was never set
 * @param defaultSender sender of all other mail
 * @param secretKey signs sessions, flash messages and links
 * @param mailgunKey with which reports of bounces are signed
 * @param twilioToken with which telephone calls are signed
 * @param voicemailTo receiver of the mails about recordings
 */
public record SiteSettings(
        Side side,
        Set<String> allowedHosts,
        String defaultHost,
        String oldOrigin,
        String stagingOrigin,
        String assetsOrigin,
        String build,
        List<String> admins,
        String serverEmail,
        String defaultSender,
        String secretKey,
        String mailgunKey,
        String twilioToken,
        String voicemailTo) {

    public SiteSettings {
        allowedHosts = Set.copyOf(allowedHosts);
        admins = List.copyOf(admins);
        if (!build.matches("[0-9a-z]{6,40}")) {
            throw new IllegalArgumentException("build must be 6 to 40 lower case letters and digits: " + build);
        }
        if (assetsOrigin.endsWith("/")) {
            throw new IllegalArgumentException("assetsOrigin must not end with a slash: " + assetsOrigin);
        }
    }

    @Override
    public String toString() {
        return "SiteSettings[" + side + ", " + allowedHosts + ", " + build + "]";
    }
}
