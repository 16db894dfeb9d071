package org.cryptosmarttrader.app.broker;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics a run needs. */
public final class TopicAdmin {

    private TopicAdmin() {}

    /**
     * Creates topics.
     *
     * @throws IllegalStateException if one exists already or the broker cannot be reached
     */
    public static void create(String bootstrap, List<String> names, int partitions) {
        List<NewTopic> topics = names.stream()
                .map(name -> new NewTopic(name, partitions, (short) 1).configs(Map.of("retention.ms", "-1")))
                .toList();
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "bootstrap.servers", bootstrap, "request.timeout.ms", "10000", "default.api.timeout.ms", "15000"));
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            String advice = e.getCause() instanceof TopicExistsException
                    ? "remove it or choose another --topic-prefix"
                    : "start a broker there or name another with --bootstrap";
            throw new IllegalStateException(
                    "kafka %s: topics %s could not be created (%s); %s"
                            .formatted(bootstrap, names, e.getCause().getMessage(), advice),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("kafka %s: interrupted while creating topics".formatted(bootstrap), e);
        }
    }
}
