package org.essaim.ingest.archive;

/**
 * How much a file may ask of us before it is refused.
 *
 * @param entries how many entries a ZIP may name
 * @param inflatedBytes how many bytes the parts that are read may inflate to, together
 * @param ratio how many times its packed size a part may inflate to, once it is over a megabyte
 * @param followings how many accounts a person can be following
 * @param idsPerList how many accounts any other list may name
 * @param extractBytes how large an extract may be
 */
public record ReadLimits(
        long entries, long inflatedBytes, int ratio, int followings, int idsPerList, long extractBytes) {

    /** X allows 5,000 followings and then more with more followers; archives with over 600,000 followers exist. */
    public static final ReadLimits DEFAULT = new ReadLimits(4_000_000, 8L << 30, 250, 1_000_000, 5_000_000, 256L << 20);

    public ReadLimits {
        if (entries <= 0
                || inflatedBytes <= 0
                || ratio <= 0
                || followings <= 0
                || idsPerList <= 0
                || extractBytes <= 0) {
            throw new IllegalArgumentException("a limit of reading is a positive number");
        }
    }
}
