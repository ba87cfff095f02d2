package cutover.twin;

import cutover.twin.mail.MailHost;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/** The voicemail mailbox as its owner sees it: below TLS, with a look at the certificate and the name in it. */
record VoicemailBox(int port, SSLContext trust) {

    List<String> subjects(String folder, String password) throws MessagingException {
        try (Store store = Session.getInstance(properties()).getStore("imaps")) {
            store.connect(MailHost.HOST, port, MailHost.VOICEMAIL, password);
            Folder opened = store.getFolder(folder);
            opened.open(Folder.READ_ONLY);
            List<String> subjects = new ArrayList<>();
            for (Message message : opened.getMessages()) {
                subjects.add(message.getSubject());
            }
            return subjects;
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.imaps.ssl.socketFactory", trust.getSocketFactory());
        properties.put("mail.imaps.ssl.checkserveridentity", "true");
        properties.put("mail.imaps.timeout", "5000");
        return properties;
    }
}
