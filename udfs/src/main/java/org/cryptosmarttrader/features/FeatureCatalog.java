package org.cryptosmarttrader.features;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.features.price.CloseToCloseVolatility;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.provenance.Encoding;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;

/**
 * The features in column order, those of a pair first, then those of the cross-section. The same list makes the training
 * set, the live row, the documentation and the metadata of the files.
 */
public final class FeatureCatalog implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Changes when a feature keeps its name but not its meaning, so that old forests are refused. */
    private static final long REVISION = 1;

    private final List<Feature> ofPair;
    private final List<CrossSectionFeature> ofCrossSection;

    /** @throws IllegalArgumentException if two features share a name */
    public FeatureCatalog(List<Feature> ofPair, List<CrossSectionFeature> ofCrossSection) {
        this.ofPair = List.copyOf(ofPair);
        this.ofCrossSection = List.copyOf(ofCrossSection);
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            if (names.subList(0, i).contains(names.get(i))) {
                throw new IllegalArgumentException(
                        "feature catalogue: '%s' is listed twice; names are unique".formatted(names.get(i)));
            }
        }
    }

    /** The catalogue of the product. */
    public static FeatureCatalog standard() {
        List<Feature> pair = new ArrayList<>();
        Stream.of(1, 2, 3, 6, 12, 24, 72, 168).map(LogReturn::new).forEach(pair::add);
        Stream.of(24, 168).map(CloseToCloseVolatility::new).forEach(pair::add);
        return new FeatureCatalog(pair, List.of());
    }

    public List<Feature> ofPair() {
        return ofPair;
    }

    public List<CrossSectionFeature> ofCrossSection() {
        return ofCrossSection;
    }

    /** Column names in order. */
    public List<String> names() {
        return Stream.concat(
                        ofPair.stream().map(Feature::name),
                        ofCrossSection.stream().map(CrossSectionFeature::name))
                .toList();
    }

    public int size() {
        return ofPair.size() + ofCrossSection.size();
    }

    /** Group of a column, e.g. {@code price}: the package of its feature. */
    public String group(int column) {
        Object feature = column < ofPair.size() ? ofPair.get(column) : ofCrossSection.get(column - ofPair.size());
        String name = feature.getClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * Column of a feature.
     *
     * @throws IllegalArgumentException if the catalogue has none of that name
     */
    public int indexOf(String name) {
        int index = names().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("feature catalogue: no feature '%s'".formatted(name));
        }
        return index;
    }

    /** Bars needed so that every feature has all it can ever have. */
    public int memoryBars() {
        return Stream.concat(ofPair.stream(), ofCrossSection.stream().map(CrossSectionFeature::input))
                .mapToInt(Feature::memoryBars)
                .max()
                .orElse(1);
    }

    /** The features of a pair at its decision instant; a value that is not finite is missing. */
    public double[] values(History history) {
        double[] values = new double[ofPair.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = finite(ofPair.get(i).value(history));
        }
        return values;
    }

    /** What the pair contributes to the cross-section, in the order of {@link #ofCrossSection()}. */
    public double[] crossSectionInputs(History history) {
        double[] values = new double[ofCrossSection.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = finite(ofCrossSection.get(i).input().value(history));
        }
        return values;
    }

    /** Hash of names, units, gap classes, memories and the tick interval: forests and datasets must agree on it. */
    public String fingerprint(TickGrid grid) {
        Encoding encoding = new Encoding().begin(3 + 4 * size());
        encoding.add(REVISION).add(grid.intervalMillis()).add(grid.graceMillis());
        for (Feature feature : ofPair) {
            encoding.add(feature.name()).add(feature.unit());
            encoding.add(feature.gapClass().name()).add((long) feature.memoryBars());
        }
        for (CrossSectionFeature feature : ofCrossSection) {
            encoding.add(feature.name()).add(feature.unit());
            encoding.add(feature.input().name()).add((long) feature.input().memoryBars());
        }
        return Sha256.hex(Sha256.of(encoding.bytes()));
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
