package org.essaim.local.house;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.essaim.local.process.ChildPlan;

/** Everyone who lives in one house, as plans for the supervisor. */
public final class Household {

    private final List<ChildPlan> plans;
    private final Optional<Sandbox> sandbox;
    private final boolean signsInWithX;

    private Household(List<ChildPlan> plans, Optional<Sandbox> sandbox, boolean signsInWithX) {
        this.plans = List.copyOf(plans);
        this.sandbox = sandbox;
        this.signsInWithX = signsInWithX;
    }

    /** For real use; people can prove an X account when the environment names an app at X. */
    public static Household onRealNetworks(Setting setting, Map<String, String> environment)
            throws IOException, InterruptedException {
        Optional<XApp> app = XApp.from(environment);
        List<ChildPlan> plans = new ArrayList<>(new Stores(setting).plans(app));
        plans.addAll(new Services(setting).plans(Map.of()));
        return new Household(plans, Optional.empty(), app.isPresent());
    }

    /** For the demo: every network is a sandbox on this machine. */
    public static Household inSandbox(Setting setting) throws IOException, InterruptedException {
        Sandbox sandbox = new Sandbox(setting);
        List<ChildPlan> plans = new ArrayList<>(sandbox.plans());
        plans.addAll(new Stores(setting).plans(Optional.of(sandbox.xApp())));
        plans.addAll(new Services(setting).plans(sandbox.settingsOfServices()));
        return new Household(plans, Optional.of(sandbox), true);
    }

    public List<ChildPlan> plans() {
        return plans;
    }

    /** Those of them that fill empty databases when they start for the first time. */
    public List<ChildPlan> databasePlans() {
        return plans.stream()
                .filter(plan ->
                        plan.name().equals(Stores.POSTGRES) || plan.name().equals(Stores.KEYCLOAK))
                .toList();
    }

    public List<String> names() {
        return plans.stream().map(ChildPlan::name).toList();
    }

    public boolean signsInWithX() {
        return signsInWithX;
    }

    /** The sandbox, in the demo. */
    public Sandbox sandbox() {
        return sandbox.orElseThrow(() -> new IllegalStateException("this house is on the real networks"));
    }
}
