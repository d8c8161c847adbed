/**
 * Kafka's server speaks to slf4j 1.7, so its log goes through `log4j-slf4j-impl`; the binding for slf4j 2 would stay
 * silent.
 */
const LOGGING = '2.24.3';

const dependency = (group: string, artifact: string, version: string): string =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId>` +
  `<version>${version}</version></dependency>`;

/** What Maven has to bring for `kafka.Kafka` to run. */
export const kafkaPom = (version: string): string => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>parley</groupId><artifactId>local-kafka</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    ${dependency('org.apache.kafka', 'kafka_2.13', version)}
    ${dependency('org.apache.logging.log4j', 'log4j-slf4j-impl', LOGGING)}
    ${dependency('org.apache.logging.log4j', 'log4j-core', LOGGING)}
  </dependencies>
</project>
`;
