"""The panel's light, switched off while nobody is there. What the panel shows is not its business."""
