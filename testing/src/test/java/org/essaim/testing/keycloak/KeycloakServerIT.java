package org.essaim.testing.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakServerIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void partnerShouldGetATokenOfTheRealm() throws Exception {
        String base = KeycloakResource.shared(Map.of());
        JsonNode claims = claims(token(base));
        assertThat(claims.get("iss").asText()).isEqualTo(base + "/realms/essaim");
        assertThat(claims.get("azp").asText()).isEqualTo("essaim-partner");
    }

    @Test
    void realmShouldGainTheElementsOfItsAdditions(@TempDir Path folder) throws IOException {
        Path realm =
                Files.writeString(folder.resolve("realm.json"), "{\"realm\":\"r\",\"users\":[{\"username\":\"a\"}]}");
        Path users = Files.writeString(folder.resolve("users.json"), "{\"users\":[{\"username\":\"b\"}]}");
        Path whole = folder.resolve("whole.json");
        new RealmFiles(realm, List.of(users)).writeTo(whole);
        assertThat(JSON.readTree(whole.toFile()).findValuesAsText("username")).containsExactly("a", "b");
    }

    @Test
    void realmShouldRefuseAnAdditionThatIsNoList(@TempDir Path folder) throws IOException {
        Path realm = Files.writeString(folder.resolve("realm.json"), "{\"realm\":\"r\"}");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"realm\":\"other\"}");
        assertThatThrownBy(() -> new RealmFiles(realm, List.of(other)).writeTo(folder.resolve("whole.json")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("realm");
    }

    private static String token(String base) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/realms/essaim/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=essaim-partner"
                        + "&client_secret=" + KeycloakResource.SECRET))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JSON.readTree(body).path("access_token").asText(body);
        }
    }

    private static JsonNode claims(String token) throws IOException {
        String payload = token.split("\\.", -1)[1];
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }
}
