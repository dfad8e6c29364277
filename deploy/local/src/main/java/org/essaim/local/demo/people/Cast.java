package org.essaim.local.demo.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.essaim.contracts.XId;
import org.essaim.testing.archives.Population;

/**
 * Who is who, drawn from a fixed seed.
 *
 * @param strangers X accounts that the main person follows and whose owners never join
 * @param others X accounts that follow the main person and mean nothing to anybody here
 */
public record Cast(List<Person> people, List<XId> strangers, List<XId> others) {

    /** How many honest people there are: each must be followed on both networks. */
    public static final int HONEST = 62;

    private static final long SEED = 20_221_027;
    private static final int STRANGERS = 300;
    private static final int OTHERS = 200;

    private static final List<String> NAMES = List.of(
            ("ada agnes aline amir anouk anton aya basile berthe bilal blanche bruno camille carmen cesar chloe clara"
                            + " colin dalia daniel denis diane edith elias elsa emile erwan esther farid fatou felix"
                            + " flora gabin georges hana helene hugo ida ines iris ismael jade jean jeanne jonas jules"
                            + " karim laure lea leo lila louis lucie malik manon marc marie maya milo nadia naomi nina"
                            + " noe olga omar oscar paul pia rachid rosa salome samir simon sofia theo uma victor wanda"
                            + " xavier yann yasmine zelie zoe")
                    .split(" "));

    public Cast {
        people = List.copyOf(people);
        strangers = List.copyOf(strangers);
        others = List.copyOf(others);
    }

    /** The same people at every call. */
    public static Cast standard() {
        Population population = new Population(SEED, NAMES.size() + STRANGERS + OTHERS);
        List<XId> drawn = IntStream.range(0, population.accounts())
                .mapToObj(population::id)
                .toList();
        List<Person> people = people(drawn);
        return new Cast(
                people,
                drawn.subList(NAMES.size(), NAMES.size() + STRANGERS),
                drawn.subList(NAMES.size() + STRANGERS, drawn.size()));
    }

    private static List<Person> people(List<XId> ids) {
        List<Person> people = new ArrayList<>();
        for (Role role : Role.values()) {
            int many = role == Role.HONEST ? HONEST : 1;
            LongStream.range(0, many).forEach(nth -> {
                int index = people.size();
                people.add(new Person(NAMES.get(index), role, ids.get(index)));
            });
        }
        Person claimed = people.stream()
                .filter(person -> person.role() == Role.HONEST)
                .findFirst()
                .orElseThrow();
        people.replaceAll(
                person -> person.role() == Role.RIVAL ? new Person(person.name(), Role.RIVAL, claimed.xId()) : person);
        return people;
    }

    /** The one person with a role that only one has. */
    public Person the(Role role) {
        return with(role).getFirst();
    }

    public List<Person> with(Role role) {
        return people.stream().filter(person -> person.role() == role).toList();
    }

    /** Everyone who is there before the main person's archive. */
    public List<Person> early() {
        return people.stream()
                .filter(person -> Role.early().contains(person.role()))
                .toList();
    }

    /** The X accounts in the main person's following.js: everyone here but themselves and the forger, and the strangers. */
    public List<XId> followedByMain() {
        List<XId> followed = new ArrayList<>(strangers);
        people.stream()
                .filter(person -> person.role() != Role.MAIN && person.role() != Role.FORGER)
                .map(Person::xId)
                .distinct()
                .forEach(followed::add);
        return followed;
    }

    /** The X accounts in the main person's follower.js: every second one whom they follow, and others. */
    public List<XId> followersOfMain() {
        List<XId> followers = new ArrayList<>(others);
        people.stream()
                .filter(person -> person.role() != Role.MAIN && person.xId().value() % 2 == 0)
                .map(Person::xId)
                .distinct()
                .forEach(followers::add);
        return followers;
    }

    /** The stranger whom the forger's archive names as its owner. */
    public XId victim() {
        return strangers.getFirst();
    }
}
