export declare function inOrder(paths: readonly string[], seconds: Readonly<Record<string, number>>, lanes: number): string[];
