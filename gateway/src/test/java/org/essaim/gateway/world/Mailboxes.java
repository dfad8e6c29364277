package org.essaim.gateway.world;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A mail server that takes everything, and the mailboxes behind it, each opened with its address for a password. */
public final class Mailboxes {

    private final int port;

    public Mailboxes(String imapPort) {
        this.port = Integer.parseInt(imapPort);
    }

    /** Starts the server of this JVM; the ports of SMTP and IMAP. */
    static String start() {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-mail"));
        return server.getSmtp().getPort() + " " + server.getImap().getPort();
    }

    /** What lies in a mailbox, oldest first; a mailbox that nobody wrote to is empty. */
    public List<Mail> of(String address) {
        Session session = Session.getInstance(new Properties());
        try (Store store = session.getStore("imap")) {
            store.connect("127.0.0.1", port, address, address);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<Mail> mails = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                mails.add(mail(message));
            }
            return mails;
        } catch (AuthenticationFailedException e) {
            return List.of();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mail mail(Message message) throws MessagingException, IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.put(header.getName(), header.getValue());
        }
        return new Mail(message.getSubject(), headers, text(message, "text/plain"), text(message, "text/html"));
    }

    private static String text(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        StringBuilder text = new StringBuilder();
        if (part.getContent() instanceof Multipart parts) {
            for (int number = 0; number < parts.getCount(); number++) {
                text.append(text(parts.getBodyPart(number), type));
            }
        }
        return text.toString();
    }

    /** One mail. */
    public record Mail(String subject, Map<String, String> headers, String text, String html) {}
}
