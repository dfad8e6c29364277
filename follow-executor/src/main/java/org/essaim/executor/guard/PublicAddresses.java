package org.essaim.executor.guard;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses belong to the public Internet, by the IANA special-purpose registries. IPv4 addresses in an IPv6 coat
 * (mapped, NAT64, 6to4, Teredo) are refused as IPv6: no public server is reached only so.
 */
final class PublicAddresses {

    private static final List<Block> SPECIAL_V4 = List.of(
            new Block(0x00000000, 8),
            new Block(0x0A000000, 8),
            new Block(0x64400000, 10),
            new Block(0x7F000000, 8),
            new Block(0xA9FE0000, 16),
            new Block(0xAC100000, 12),
            new Block(0xC0000000, 24),
            new Block(0xC0000200, 24),
            new Block(0xC0586300, 24),
            new Block(0xC0A80000, 16),
            new Block(0xC6120000, 15),
            new Block(0xC6336400, 24),
            new Block(0xCB007100, 24),
            new Block(0xE0000000, 4),
            new Block(0xF0000000, 4));

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] bytes) {
        int value = (word(bytes, 0) << 16) | word(bytes, 2);
        return SPECIAL_V4.stream().noneMatch(block -> block.contains(value));
    }

    private static boolean isPublicV6(byte[] bytes) {
        int first = word(bytes, 0);
        int second = word(bytes, 2);
        boolean globalUnicast = (first & 0xE000) == 0x2000;
        boolean protocols = first == 0x2001 && second < 0x0200;
        boolean documentation = (first == 0x2001 && second == 0x0DB8) || (first == 0x3FFF && second < 0x1000);
        boolean sixToFour = first == 0x2002;
        return globalUnicast && !protocols && !documentation && !sixToFour;
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    private record Block(int start, int length) {

        boolean contains(int address) {
            int mask = -1 << (32 - length);
            return (address & mask) == start;
        }
    }
}
