import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePorts } from '@parley/embedded-postgres';
import { formatStorage } from './format-storage';
import { suitableJava } from './java';
import { kafkaJars } from './kafka-distribution';
import { KafkaNode, type NodeProgram } from './kafka-node';
import { claimFolder, releaseFolder, removeLeftovers, temporaryPrefix } from './leftovers';
import { LocalKafkaError } from './local-kafka.error';
import { LOGGING_PROPERTIES, nodeProperties, type ClientProtocol, type NodePorts } from './node-properties';
import { sharedClasses } from './shared-classes';

export interface KafkaBrokerOptions {
  /** 1 when left out. Three replicate every topic and go on without any one of them. */
  readonly nodes?: 1 | 3;
  /** Megabytes of heap of each node; 384 when left out, 256 is enough for a quiet one. */
  readonly heapMb?: number;
  /**
   * A folder to keep: a later start finds the same data on the same ports. A temporary one, removed by `stop`, when
   * left out.
   */
  readonly dataDir?: string;
  /** Settings of server.properties. They are added to ours and win over them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** PLAINTEXT when left out; for the others, `settings` name the key store and the users. */
  readonly protocol?: ClientProtocol;
  /**
   * More arguments of the program that makes a folder of data, such as `--add-scram` for users that lie in the data.
   */
  readonly formatArguments?: readonly string[];
  /** Gets a sentence when something is fetched; it goes to the error output when left out. */
  readonly say?: (sentence: string) => void;
}

/** What stays the same over starts on one folder. */
interface ClusterPlan {
  readonly clusterId: string;
  readonly nodes: readonly NodePorts[];
}

/** A node that stops takes some seconds to write 50 MB of classes, and many on a busy machine. */
const WRITTEN_WITHIN_MS = 180_000;

/** A Kafka of our own on 127.0.0.1, of one node or three. */
export class KafkaBroker {
  private constructor(
    readonly nodes: readonly KafkaNode[],
    private readonly folder: string,
    private readonly kept: boolean,
  ) {}

  /** Resolves when every node serves. @throws LocalKafkaError with one sentence that says what is missing */
  static async start(options: KafkaBrokerOptions = {}): Promise<KafkaBroker> {
    const java = suitableJava();
    if (java === null)
      throw new LocalKafkaError('java-missing', 'Apache Kafka needs Java 17 or newer: install one, or set JAVA_HOME.');
    const jars = await kafkaJars(options.say ?? ((sentence) => void process.stderr.write(`${sentence}\n`)));
    removeLeftovers();
    const classes = await sharedClasses(jars, async (making) => {
      const folder = mkdtempSync(temporaryPrefix());
      const once = await KafkaBroker.#startWith({ java, jars, heapMb: 256, options: making }, { dataDir: folder });
      const [node] = once.nodes;
      await node?.stop(WRITTEN_WITHIN_MS);
      await once.stop();
      rmSync(folder, { recursive: true, force: true });
      return node?.endedInOrder ?? false;
    });
    return KafkaBroker.#startWith({ java, jars, heapMb: options.heapMb ?? 384, options: classes }, options);
  }

  static async #startWith(program: NodeProgram, options: KafkaBrokerOptions): Promise<KafkaBroker> {
    const folder = path.resolve(options.dataDir ?? mkdtempSync(temporaryPrefix()));
    mkdirSync(folder, { recursive: true });
    claimFolder(folder);
    const plan = await clusterPlan(folder, options.nodes ?? 1);
    const { protocol = 'PLAINTEXT', settings = {}, formatArguments = [] } = options;
    const nodes = plan.nodes.map((ports, index) => {
      const node = {
        id: index + 1,
        folder: path.join(folder, `node-${index + 1}`),
        cluster: plan.nodes,
        ports,
        protocol,
        settings,
      };
      mkdirSync(node.folder, { recursive: true });
      writeFileSync(path.join(node.folder, 'log4j2.properties'), LOGGING_PROPERTIES);
      writeFileSync(path.join(node.folder, 'server.properties'), nodeProperties(node));
      return new KafkaNode(node.id, node.folder, ports, program);
    });
    const broker = new KafkaBroker(nodes, folder, options.dataDir !== undefined);
    try {
      await Promise.all(
        nodes.map((node) => formatStorage(node, plan.clusterId, formatArguments).then(() => node.start())),
      );
    } catch (error) {
      await broker.stop();
      throw error;
    }
    return broker;
  }

  /** `127.0.0.1:<port>` of every node: what a client is given. */
  get brokers(): readonly string[] {
    return this.nodes.map((node) => node.address);
  }

  /** Ends every node. When the data are not kept, the nodes are simply killed and the data removed. */
  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => (this.kept ? node.stop() : node.kill())));
    releaseFolder(this.folder);
    if (!this.kept) rmSync(this.folder, { recursive: true, force: true });
  }
}

async function clusterPlan(folder: string, nodes: number): Promise<ClusterPlan> {
  const file = path.join(folder, 'cluster.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ClusterPlan;
  const ports = await freePorts(2 * nodes);
  // A Kafka id is a UUID in base64url; 16 random bytes will do.
  const plan = {
    clusterId: randomBytes(16).toString('base64url'),
    nodes: Array.from({ length: nodes }, (_, index) => ({
      clients: ports[2 * index] ?? 0,
      controller: ports[2 * index + 1] ?? 0,
    })),
  };
  writeFileSync(file, JSON.stringify(plan));
  return plan;
}
