"""Lock boards: which compartments' doors are open, and a pulse to one lock."""
