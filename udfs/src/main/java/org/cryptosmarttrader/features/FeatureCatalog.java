package org.cryptosmarttrader.features;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.cryptosmarttrader.facts.Facts;
import org.cryptosmarttrader.features.market.ReferenceFeature;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.provenance.Encoding;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;

/**
 * The features in column order: those of a pair, of the references, of the asset's facts, of the market's facts, and of the cross-section. The same
 * list makes the training set, the live row, the documentation and the metadata of the files.
 */
public final class FeatureCatalog implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Changes when a feature keeps its name but not its meaning, so that old forests are refused. */
    private static final long REVISION = 2;

    private final List<Feature> ofPair;
    private final List<ReferenceFeature> ofReference;
    private final List<FactFeature> ofAsset;
    private final List<SubjectFeature> ofMarket;
    private final List<CrossSectionFeature> ofCrossSection;
    private final List<Described> columns;
    private final List<String> names;
    private final List<String> groupNames;
    private final int[] groupOfColumn;
    /** The last one asked for: every model is compared with it at every tick. */
    private transient Fingerprint fingerprint;

    private record Fingerprint(TickGrid grid, String hash) {}

    /** @throws IllegalArgumentException if two features share a name */
    public FeatureCatalog(
            List<Feature> ofPair,
            List<ReferenceFeature> ofReference,
            List<FactFeature> ofAsset,
            List<SubjectFeature> ofMarket,
            List<CrossSectionFeature> ofCrossSection) {
        this.ofPair = List.copyOf(ofPair);
        this.ofReference = List.copyOf(ofReference);
        this.ofAsset = List.copyOf(ofAsset);
        this.ofMarket = List.copyOf(ofMarket);
        this.ofCrossSection = List.copyOf(ofCrossSection);
        this.columns = Stream.of(ofPair, ofReference, ofAsset, ofMarket, ofCrossSection)
                .<Described>flatMap(List::stream)
                .toList();
        this.groupNames =
                columns.stream().map(Described::group).distinct().sorted().toList();
        this.groupOfColumn = columns.stream()
                .mapToInt(column -> groupNames.indexOf(column.group()))
                .toArray();
        this.names = columns.stream().map(Described::name).toList();
        for (int i = 0; i < names.size(); i++) {
            if (names.subList(0, i).contains(names.get(i))) {
                throw new IllegalArgumentException(
                        "feature catalogue: '%s' is listed twice; names are unique".formatted(names.get(i)));
            }
        }
    }

    /** One of prices alone, without references. */
    public FeatureCatalog(List<Feature> ofPair, List<CrossSectionFeature> ofCrossSection) {
        this(ofPair, List.of(), List.of(), List.of(), ofCrossSection);
    }

    public List<Feature> ofPair() {
        return ofPair;
    }

    /** Features of the reference assets, one value per quote currency. */
    public List<ReferenceFeature> ofReference() {
        return ofReference;
    }

    /** Features of the facts of a pair's base asset. */
    public List<FactFeature> ofAsset() {
        return ofAsset;
    }

    /** Features of the facts of the market, and of assets that concern every pair. */
    public List<SubjectFeature> ofMarket() {
        return ofMarket;
    }

    public List<CrossSectionFeature> ofCrossSection() {
        return ofCrossSection;
    }

    /** Every column in order. */
    public List<Described> columns() {
        return columns;
    }

    /** Column names in order. */
    public List<String> names() {
        return names;
    }

    /** What each column is, in column order. */
    public List<FeatureDoc> docs() {
        return columns().stream().map(FeatureDoc::of).toList();
    }

    public int size() {
        return beforeCrossSection() + ofCrossSection.size();
    }

    /** Number of columns known of a pair before it is compared with others; those of the cross-section follow. */
    public int beforeCrossSection() {
        return columns.size() - ofCrossSection.size();
    }

    /** Group of a column, e.g. {@code price}. */
    public String group(int column) {
        return groupNames.get(groupOfColumn[column]);
    }

    /**
     * Tells which groups of a row are missing as a whole.
     *
     * @param counts which columns count; a group without any is not missing
     */
    public MissingGroups missingGroups(IntPredicate counts) {
        return new MissingGroups(groupNames, groupOfColumn, counts);
    }

    /**
     * Column of a feature.
     *
     * @throws IllegalArgumentException if the catalogue has none of that name
     */
    public int indexOf(String name) {
        int index = find(name);
        if (index < 0) {
            throw new IllegalArgumentException("feature catalogue: no feature '%s'".formatted(name));
        }
        return index;
    }

    /** Column of a feature, -1 if the catalogue has none of that name. */
    public int find(String name) {
        return names.indexOf(name);
    }

    /** Bars needed so that every feature has all it can ever have. */
    public int memoryBars() {
        return columns().stream().mapToInt(Described::memoryBars).max().orElse(1);
    }

    /** The features of a pair at its decision instant; a value that is not finite is missing. */
    public double[] values(History history) {
        double[] values = new double[ofPair.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = finite(ofPair.get(i).value(history));
        }
        return values;
    }

    /**
     * The features of the references in one quote currency, missing where a reference is not known in it.
     *
     * @param byBase histories of the references' pairs at the decision instant
     */
    public double[] referenceValues(Map<String, History> byBase) {
        double[] values = new double[ofReference.size()];
        for (int i = 0; i < values.length; i++) {
            History history = byBase.get(ofReference.get(i).base());
            values[i] = history == null ? Double.NaN : finite(ofReference.get(i).value(history));
        }
        return values;
    }

    /** The features of an asset's facts. */
    public double[] assetValues(Facts ofAssetFacts) {
        double[] values = new double[ofAsset.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = finite(ofAsset.get(i).value(ofAssetFacts));
        }
        return values;
    }

    /**
     * The features of the market's facts.
     *
     * @param bySubject facts of a canonical symbol, or, of the empty one, of the whole market
     */
    public double[] marketValues(Function<String, Facts> bySubject) {
        Map<String, Facts> made = new TreeMap<>();
        return ofMarket.stream()
                .mapToDouble(feature -> finite(feature.value(made.computeIfAbsent(feature.subject(), bySubject))))
                .toArray();
    }

    /** What the pair contributes to the cross-section, in the order of {@link #ofCrossSection()}. */
    public double[] crossSectionInputs(History history) {
        double[] values = new double[ofCrossSection.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = finite(ofCrossSection.get(i).input().value(history));
        }
        return values;
    }

    /** Hash of what tells columns apart, and of the tick interval: forests and datasets must agree on it. */
    public String fingerprint(TickGrid grid) {
        Fingerprint known = fingerprint;
        if (known == null || !known.grid().equals(grid)) {
            known = new Fingerprint(grid, hash(grid));
            fingerprint = known;
        }
        return known.hash();
    }

    private String hash(TickGrid grid) {
        Encoding encoding = new Encoding().begin(3 + 8 * columns.size());
        encoding.add(REVISION).add(grid.intervalMillis()).add(grid.graceMillis());
        for (Described column : columns) {
            encoding.add(column.name()).add(column.unit());
            encoding.add(column.range().toString()).add(column.gapClass().name());
            encoding.add((long) column.memoryBars()).add((long) column.memoryHours());
            encoding.add(column.source()).add(column.parameters());
        }
        return Sha256.hex(Sha256.of(encoding.bytes()));
    }

    private static double finite(double value) {
        // one NaN for all, so that what is missing has the same bits on every machine
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
