package org.essaim.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseTest {

    private static final Map<String, Integer> SERVICES =
            Map.of("archive-ingest", 8181, "matcher-service", 8182, "follow-executor", 8183, "gateway", 8080);

    private static Rendering base;

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        base = Rendering.of("base");
    }

    @Test
    void everyServiceShouldBeDeployedOnceBehindItsPort() {
        assertThat(base.ofKind("Deployment").map(Rendering::nameOf))
                .containsExactlyInAnyOrderElementsOf(SERVICES.keySet());
        SERVICES.forEach((service, port) -> {
            assertThat(container(service).at("/ports/0/containerPort").asInt()).isEqualTo(port);
            assertThat(base.named("Service", service).at("/spec/ports/0/port").asInt())
                    .isEqualTo(port);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive-ingest", "matcher-service", "follow-executor", "gateway"})
    void serviceShouldBeProbedAndLimited(String service) {
        JsonNode container = container(service);

        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
        assertThat(container.at("/resources/requests/cpu").isTextual()).isTrue();
        assertThat(container.at("/resources/limits/memory").asText())
                .isEqualTo(container.at("/resources/requests/memory").asText())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive-ingest", "matcher-service", "follow-executor", "gateway"})
    void serviceShouldBeConfined(String service) {
        JsonNode pod = pod(service);
        JsonNode container = container(service);

        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(texts(container.at("/securityContext/capabilities/drop"))).containsExactly("ALL");
        assertThat(container.at("/volumeMounts").findValuesAsText("mountPath")).contains("/tmp");
        assertThat(pod.at("/volumes").findValuesAsText("name")).contains("tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive-ingest", "matcher-service", "follow-executor", "gateway"})
    void serviceShouldBeSpreadAndSurviveADrainedNode(String service) {
        JsonNode budget = base.named("PodDisruptionBudget", service);

        assertThat(base.named("Deployment", service).at("/spec/replicas").asInt())
                .isGreaterThanOrEqualTo(2);
        assertThat(budget.at("/spec/maxUnavailable").asInt()).isEqualTo(1);
        assertThat(selected(budget.at("/spec/selector"))).isEqualTo(service);
        assertThat(selected(pod(service).at("/topologySpreadConstraints/0/labelSelector")))
                .isEqualTo(service);
    }

    @Test
    void uploadsShouldBeSharedByGatewayAndArchiveIngestAlone() {
        assertThat(texts(base.named("PersistentVolumeClaim", "uploads").at("/spec/accessModes")))
                .containsExactly("ReadWriteMany");
        assertThat(SERVICES.keySet().stream()
                        .filter(service -> pod(service)
                                .at("/volumes")
                                .findValuesAsText("claimName")
                                .contains("uploads")))
                .containsExactlyInAnyOrder("gateway", "archive-ingest");
    }

    @Test
    void secretsShouldBeNamedAndNeverHeld() {
        assertThat(base.ofKind("Secret")).isEmpty();
        Set<String> named = SERVICES.keySet().stream()
                .flatMap(service -> secrets(service).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .contains("essaim-ingest", "essaim-executor", "essaim-gateway", "essaim-gateway-database")
                .allMatch(name -> name.startsWith("essaim-"));
        assertThat(secrets("matcher-service")).isEmpty();
    }

    @Test
    void everyServiceWithADatabaseShouldHaveASecretOfItsOwnForErasures() {
        Set<String> owners = Stream.of("archive-ingest", "follow-executor", "gateway")
                .map(service -> secretBehind(service, "ESSAIM_ERASURES_SECRET"))
                .collect(Collectors.toSet());

        assertThat(owners).containsExactlyInAnyOrder("essaim-ingest", "essaim-executor", "essaim-gateway");
    }

    @Test
    void networkShouldDenyByDefaultInBothDirections() {
        JsonNode policy = base.named("NetworkPolicy", "default-deny");

        assertThat(policy.at("/spec/podSelector")).isEmpty();
        assertThat(texts(policy.at("/spec/policyTypes"))).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(policy.at("/spec/ingress").isMissingNode()).isTrue();
        assertThat(policy.at("/spec/egress").isMissingNode()).isTrue();
    }

    @Test
    void onlyTheExecutorShouldReachTheInternetAndNothingPrivateThere() {
        List<JsonNode> outside = base.ofKind("NetworkPolicy")
                .filter(policy ->
                        !policy.at("/spec/egress").findValues("ipBlock").isEmpty())
                .toList();

        assertThat(outside).singleElement().satisfies(policy -> {
            assertThat(selected(policy.at("/spec/podSelector"))).isEqualTo("follow-executor");
            assertThat(texts(policy.at("/spec/egress").findValue("except")))
                    .contains("10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");
        });
    }

    @Test
    void noPolicyShouldOpenAWayToEverywhere() {
        assertThat(base.ofKind("NetworkPolicy")).allSatisfy(policy -> {
            assertThat(policy.at("/spec/egress"))
                    .allSatisfy(edge -> assertThat(edge.path("to")).isNotEmpty());
            assertThat(policy.at("/spec/ingress"))
                    .allSatisfy(edge -> assertThat(edge.path("from")).isNotEmpty());
        });
    }

    @Test
    void onlyTheGatewayShouldCallTheOtherServices() {
        for (String service : List.of("archive-ingest", "follow-executor")) {
            assertThat(base.named("NetworkPolicy", service)
                            .at("/spec/ingress")
                            .findValuesAsText("app.kubernetes.io/name"))
                    .containsExactly("gateway");
        }
        assertThat(base.named("NetworkPolicy", "matcher-service")
                        .at("/spec/ingress")
                        .isMissingNode())
                .isTrue();
    }

    private static JsonNode pod(String service) {
        return base.named("Deployment", service).at("/spec/template/spec");
    }

    private static JsonNode container(String service) {
        return pod(service).at("/containers/0");
    }

    private static String secretBehind(String service, String variable) {
        return StreamSupport.stream(container(service).path("env").spliterator(), false)
                .filter(entry -> entry.path("name").asText().equals(variable))
                .map(entry -> entry.at("/valueFrom/secretKeyRef/name").asText())
                .collect(Collectors.joining());
    }

    private static Set<String> secrets(String service) {
        return container(service).findValues("secretKeyRef").stream()
                .map(reference -> reference.path("name").asText())
                .collect(Collectors.toSet());
    }

    private static String selected(JsonNode selector) {
        return selector.path("matchLabels").path("app.kubernetes.io/name").asText();
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }
}
