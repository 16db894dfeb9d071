package org.cryptosmarttrader.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.wire.conf.ConfFile;

/**
 * How the models of a horizon are made; one file per horizon under models/, with a block for each member.
 *
 * @param sampling of the rows all members learn from
 * @param members in the order they are made, the forest first
 */
public record HorizonDefinition(Sampling sampling, List<Member> members) {

    /** A member by the name of its block. */
    private record Kind(String name, BiFunction<ConfFile, Long, Member> read) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(RandomForest.NAME, RandomForest::read),
            new Kind(BoostedTrees.NAME, BoostedTrees::read),
            new Kind(LogisticModel.NAME, LogisticModel::read),
            new Kind(Climatology.NAME, Climatology::read));

    /** Names of the members that are made here. */
    public static List<String> names() {
        return KINDS.stream().map(Kind::name).toList();
    }

    /**
     * Reads the definition of a horizon's models.
     *
     * @param folder of the definitions, models/
     * @param faults grows by what is wrong; the definition may be used only if nothing is
     */
    public static HorizonDefinition read(Path folder, Horizon horizon, List<String> faults) {
        String name = horizon.label() + ".yaml";
        ConfFile file = new ConfFile(
                folder.resolve(name),
                "models/" + name,
                faults,
                "defined there are %s; name one of them, or another folder with --models-conf"
                        .formatted(defined(folder)));
        long seed = file.whole("seed");
        Optional<ConfFile> rows = file.section("rows");
        if (rows.isEmpty()) {
            file.missing("rows", "most and weights: which rows the members learn from");
        }
        List<Member> members = new ArrayList<>();
        for (Kind kind : KINDS) {
            file.section(kind.name()).ifPresent(block -> members.add(member(block, kind, seed)));
        }
        if (members.isEmpty() || !members.get(0).name().equals(RandomForest.NAME)) {
            file.missing(RandomForest.NAME, "the settings of the member every horizon has");
        }
        file.finish();
        return new HorizonDefinition(
                rows.map(block -> Sampling.read(block, seed)).orElse(null), members);
    }

    private static Member member(ConfFile block, Kind kind, long seed) {
        List<ConfFile> alternatives = block.alternatives("choose");
        if (alternatives.isEmpty()) {
            return kind.read().apply(block, seed);
        }
        return new Choice(alternatives.stream()
                .map(one -> new Choice.Candidate(
                        one.name().substring(block.name().length() + ", ".length()),
                        kind.read().apply(one, seed)))
                .toList());
    }

    /** The horizons a folder has definitions for. */
    private static List<String> defined(Path folder) {
        String[] files = folder.toFile().list((of, name) -> name.matches("[1-9][0-9]{0,3}h[.]yaml"));
        return Stream.of(files == null ? new String[0] : files)
                .map(name -> Horizon.parse(name.substring(0, name.length() - ".yaml".length())))
                .sorted()
                .map(Horizon::label)
                .toList();
    }

    /** The member every horizon has. */
    public Member forest() {
        return members.get(0);
    }

    /** The same with the forest alone. */
    public HorizonDefinition forestOnly() {
        return new HorizonDefinition(sampling, List.of(forest()));
    }
}
