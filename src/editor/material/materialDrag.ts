import * as vscode from 'vscode';
import { insertedText } from './insertMaterial';
import { isMaterialNode } from './materialArgument';

/** Lets the nodes of a view that stand for material be dragged into a draft, as text. */
export class MaterialDrag<Node> implements vscode.TreeDragAndDropController<Node> {
  readonly dragMimeTypes: readonly string[] = ['text/plain'];
  readonly dropMimeTypes: readonly string[] = [];

  handleDrag(nodes: readonly Node[], data: vscode.DataTransfer): void {
    const texts = nodes.flatMap((node) => (isMaterialNode(node) ? insertedText(node.material) : []));
    if (texts.length > 0) data.set('text/plain', new vscode.DataTransferItem(texts.join('\n\n')));
  }
}
