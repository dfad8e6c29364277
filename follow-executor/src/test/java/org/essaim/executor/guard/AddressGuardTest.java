package org.essaim.executor.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private static final HostResolver MACHINE = host -> List.of(InetAddress.getAllByName(host));

    private static AddressGuard resolvingTo(boolean loopbackAllowed, String... addresses) {
        return new AddressGuard(loopbackAllowed, host -> {
            List<InetAddress> found = new java.util.ArrayList<>();
            for (String address : addresses) {
                found.add(InetAddress.getByName(address));
            }
            return found;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://2130706433/",
                "https://0177.0.0.1/",
                "https://0x7f.0.0.1/",
                "https://0x7f000001/",
                "https://127.1/",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://0.0.0.0/",
                "https://127.0.0.1./",
                "https://0x7f.1/",
                "https://017700000001/",
                "https://0/",
                "https://[::]/",
                "https://[::127.0.0.1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://[64:ff9b:1::a00:1]/",
                "https://[2001::7f00:1]/",
                "https://[2001:db8::1]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://172.16.0.1/",
                "https://192.0.0.1/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://1.1.1.1:65536/",
                "https:///path",
                "https://user@1.1.1.1/",
                "https://1.1.1.1@127.0.0.1/",
                "http://1.1.1.1/",
                "file:///etc/passwd",
                "gopher://1.1.1.1/"
            })
    void addressShouldBeRefusedWhenItIsNotHttpsToThePublicInternet(String address) {
        AddressGuard guard = new AddressGuard(false, MACHINE);

        assertThatThrownBy(() -> guard.check(URI.create(address))).isInstanceOf(AddressNotAllowedException.class);
    }

    @Test
    void hostShouldBeRefusedWhenOneOfItsAddressesIsPrivate() {
        assertThatThrownBy(
                        () -> resolvingTo(false, "1.1.1.1", "10.1.2.3").check(URI.create("https://rebinding.example/")))
                .isInstanceOf(AddressNotAllowedException.class);
    }

    @Test
    void hostShouldPassWhenAllItsAddressesArePublic() {
        assertThatCode(() ->
                        resolvingTo(false, "1.1.1.1", "2606:4700::1111").check(URI.create("https://public.example/")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1/", "https://169.254.169.254/", "http://1.1.1.1/"})
    void onlyLoopbackShouldBeAddedWhenTheDevelopmentSwitchIsOn(String address) {
        AddressGuard guard = new AddressGuard(true, MACHINE);

        assertThatThrownBy(() -> guard.check(URI.create(address))).isInstanceOf(AddressNotAllowedException.class);
        assertThatCode(() -> guard.check(URI.create("http://127.0.0.1:2583/"))).doesNotThrowAnyException();
    }

    @Test
    void baseShouldBeHttpOnlyWhenLoopbackIsAllowed() throws WebException {
        assertThat(new AddressGuard(true, MACHINE).baseOf("127.0.0.1:2590")).hasToString("http://127.0.0.1:2590");
        assertThat(resolvingTo(true, "1.1.1.1").baseOf("example.social")).hasToString("https://example.social");
    }
}
