import * as z from 'zod/mini';
import { checkTool } from './checkTool';
import { readTool } from './readTool';
import { searchTool } from './searchTool';
import { skeletonTool } from './skeletonTool';
import type { AssistantRoom, Tool } from './tool';
import { UnusableInput } from './tool';

export { UnusableInput };
export type { AssistantRoom, Tool };

/** Every tool. All of them only read. */
export const tools: readonly Tool[] = [searchTool, readTool, checkTool, skeletonTool];

/**
 * Asks a tool by name.
 * @param given as the assistant wrote it
 * @returns JSON
 * @throws UnusableInput when there is no such tool, or the input is none that it can answer
 */
export async function callTool(name: string, given: unknown, room: AssistantRoom): Promise<string> {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new UnusableInput(`There is no tool “${name}”.`);
  return JSON.stringify(await tool.run(given, room));
}

/** JSON schema of what a tool takes, for those who ask it. */
export const inputSchema = ({ input }: Tool): Readonly<Record<string, unknown>> =>
  z.toJSONSchema(input, { io: 'input' });
