package org.essaim.ingest.archive.script;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.IdCollector;
import org.essaim.ingest.archive.parts.Acquaintances;
import org.essaim.ingest.archive.parts.Manifest;
import org.essaim.ingest.archive.parts.PartKind;
import org.essaim.ingest.archive.parts.PartParser;

/** Reads the JavaScript of parts. */
public final class ScriptPartParser implements PartParser {

    @Override
    public Manifest manifest(InputStream bytes) throws IOException {
        ManifestScript manifest = new ManifestScript();
        PartScript.open(bytes, "__THAR_CONFIG"::equals).object(manifest::read);
        return manifest.toManifest();
    }

    @Override
    public Optional<ClaimedOwner> account(InputStream bytes) throws IOException {
        AccountElement account = new AccountElement();
        PartScript.open(bytes, global -> isGlobal(global, PartKind.ACCOUNT)).forEachElement(account::read);
        return account.owner();
    }

    @Override
    public int ids(InputStream bytes, PartKind kind, IdCollector into) throws IOException {
        IdElement element = new IdElement(into);
        PartScript.open(bytes, global -> isGlobal(global, kind)).forEachElement(element::read);
        return element.unreadable();
    }

    @Override
    public void tweets(InputStream bytes, PartKind kind, Acquaintances into) throws IOException {
        TweetElement tweet = new TweetElement(into);
        PartScript.open(bytes, global -> isGlobal(global, kind)).forEachElement(tweet::read);
    }

    @Override
    public void messages(InputStream bytes, PartKind kind, long owner, Acquaintances into) throws IOException {
        ConversationElement conversation = new ConversationElement(owner, into);
        PartScript.open(bytes, global -> isGlobal(global, kind)).forEachElement(conversation::read);
    }

    /** Whether {@code YTD.NAME.partN} names this kind. */
    private static boolean isGlobal(String global, PartKind kind) {
        String[] names = global.split("\\.", -1);
        return names.length == 3 && names[0].equals("YTD") && kind.isGlobal(names[1]) && names[2].startsWith("part");
    }
}
