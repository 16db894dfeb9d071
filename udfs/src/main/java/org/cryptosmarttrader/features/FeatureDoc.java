package org.cryptosmarttrader.features;

/**
 * What a reader of a column should know; the page for analysts and the metadata of the files are made of it.
 *
 * @param name column name
 * @param unit of the value
 * @param meaning formula in words and its source
 * @param gapClass how absent bars are treated
 * @param memoryBars newest bars the value depends on; of the cross-section, those its input depends on
 */
public record FeatureDoc(String name, String unit, String meaning, GapClass gapClass, int memoryBars) {

    static FeatureDoc of(Feature feature) {
        return new FeatureDoc(
                feature.name(), feature.unit(), feature.meaning(), feature.gapClass(), feature.memoryBars());
    }

    static FeatureDoc of(CrossSectionFeature feature) {
        return new FeatureDoc(
                feature.name(),
                feature.unit(),
                feature.meaning(),
                GapClass.CROSS_SECTION,
                feature.input().memoryBars());
    }
}
