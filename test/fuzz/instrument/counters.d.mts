import type { Program } from '@swc/core';

export function parseWithCounters(source: string, name: string): Promise<{ program: Program; head: string }>;
