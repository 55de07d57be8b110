import hnsw from 'hnswlib-node';

/** Links a node keeps, and how widely construction and search look. */
const GRAPH = { m: 16, efConstruction: 200, efSearch: 300 };

/** Approximate nearest neighbours by cosine, in a navigable small-world graph. */
export class VectorIndex {
  readonly #graph: hnsw.HierarchicalNSW;

  private constructor(graph: hnsw.HierarchicalNSW) {
    this.#graph = graph;
    if (graph.getCurrentCount() > 0) graph.setEf(GRAPH.efSearch);
  }

  /** Indexes vectors of one length; their positions are their numbers. */
  static build(vectors: readonly number[][]): VectorIndex {
    const graph = new hnsw.HierarchicalNSW('cosine', vectors[0]?.length ?? 1);
    graph.initIndex({ maxElements: Math.max(1, vectors.length), ...GRAPH });
    vectors.forEach((vector, index) => {
      graph.addPoint(vector, index);
    });
    return new VectorIndex(graph);
  }

  /** Writes the graph to a file. */
  async save(file: string): Promise<void> {
    await this.#graph.writeIndex(file);
  }

  /** The graph of an earlier `save`. Throws when the file is not one. */
  static async restore(file: string, dimensions: number): Promise<VectorIndex> {
    const graph = new hnsw.HierarchicalNSW('cosine', dimensions);
    await graph.readIndex(file);
    return new VectorIndex(graph);
  }

  get dimensions(): number {
    return this.#graph.getNumDimensions();
  }

  /** The nearest by cosine similarity (-1 to 1), nearest first. A zero vector is near to nothing. */
  search(
    vector: number[],
    count: number,
    filter?: (index: number) => boolean,
  ): { index: number; cosine: number }[] {
    if (vector.every((value) => value === 0)) return [];
    const wanted = Math.min(count, this.#graph.getCurrentCount());
    if (wanted === 0) return [];
    const { neighbors, distances } = this.#graph.searchKnn(vector, wanted, filter);
    return neighbors.map((index, at) => ({ index, cosine: 1 - (distances[at] ?? 1) }));
  }
}
